#include "llama.h"
#include "ggml-backend.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
static double now(){struct timespec t;clock_gettime(CLOCK_PROCESS_CPUTIME_ID,&t);return t.tv_sec+t.tv_nsec/1e9;}
static void nolog(enum ggml_log_level l,const char*t,void*u){}
int main(int c,char**v){
 int fa=atoi(v[2]),uni=atoi(v[3]),seqs=atoi(v[4]),extra=atoi(v[5]),cells=atoi(v[6]);
 llama_log_set(nolog,0);
 ggml_backend_load_all_from_path(v[7]); llama_backend_init();
 struct llama_model_params mp=llama_model_default_params(); mp.load_mode=0; mp.n_gpu_layers=0; mp.use_extra_bufts=extra;
 struct llama_model*m=llama_model_load_from_file(v[1],mp);
 struct llama_context_params p=llama_context_default_params(); p.n_ctx=cells;p.n_batch=512;p.n_ubatch=512;p.n_seq_max=seqs;p.n_threads=p.n_threads_batch=1;p.flash_attn_type=fa;p.kv_unified=uni;p.no_perf=1;
 struct llama_context*x=llama_init_from_model(m,p);
 struct llama_batch b=llama_batch_init(512,0,1);
 int V=llama_vocab_n_tokens(llama_model_get_vocab(m));
 // Fills the cache with other sequences, as a search does.
 for(int q=1;q<=atoi(v[8]);q++){ b.n_tokens=500; for(int i=0;i<500;i++){b.token[i]=(i*7+q)%500+5;b.pos[i]=i;b.n_seq_id[i]=1;b.seq_id[i][0]=q;b.logits[i]=i==499;} if(llama_decode(x,b)){puts("fail");return 1;} }
 for(int r=0;r<3;r++){
 llama_memory_seq_rm(llama_get_memory(x),0,0,-1);
 b.n_tokens=500; for(int i=0;i<500;i++){b.token[i]=(i*7+r)%500+5;b.pos[i]=i;b.n_seq_id[i]=1;b.seq_id[i][0]=0;b.logits[i]=i==499;}
 double t=now(); if(llama_decode(x,b)){puts("fail");return 1;} double t1=now();
 for(int k=0;k<128;k++){ b.n_tokens=1;b.token[0]=k%500+5;b.pos[0]=500+k;b.logits[0]=1; if(llama_decode(x,b)){puts("fail");return 1;} llama_get_logits_ith(x,-1);} double t2=now();
 if(r==2)printf("others %s fa %d unified %d seqs %d extra %d cells %d: prefill %.0f decode %.0f tok/cpu-s\n",v[8],fa,uni,seqs,extra,cells,500/(t1-t),128/(t2-t1));
 }
}
